// A registry mirror that lacks the packages of other platforms leaves them out of package-lock.json, and `npm ci` then refuses the lock file
// everywhere. This adds what is missing, by the versions that the packages themselves ask for. Run it after `npm install`:
//     node .ci/fill-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORM = /-(android|darwin|linux|win32)-(arm64|x64)(-musl)?$/;
const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

for (const entry of Object.values({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = PLATFORM.exec(name);
    if (!platform || packages[`node_modules/${name}`] || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    const [, os, cpu] = platform;
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(entry.license ? { license: entry.license } : {}),
      optional: true,
      os: [os],
      ...(entry.engines ? { engines: entry.engines } : {}),
    };
    process.stdout.write(`+ ${name} ${version}\n`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
