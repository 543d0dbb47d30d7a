/** Badges: pictures that say how a project's builds and packages stand today. They mean nothing on a slide. */

/** Hosts that draw nothing else. */
const HOSTS =
  /^(?:[\w-]+\.)*(?:shields\.io|badgen\.net|fury\.io|travis-ci\.(?:org|com)|appveyor\.com|codecov\.io|coveralls\.io|circleci\.com|snyk\.io|david-dm\.org|gitter\.im|nodei\.co|codeclimate\.com|codacy\.com|packagephobia\.(?:com|now\.sh)|deps\.rs|isitmaintained\.com|bestpractices\.dev|zenodo\.org|deepsource\.(?:io|com)|drone\.io|requires\.io)$/i;
/** `badge.svg`, `/badges/`, `project_badges`, `status-badge.png`; GitHub's `/workflows/ci/badge.svg` is one of them. */
const PATH = /(?:^|[/_.-])badges?(?:[/_.-]|$)/i;

/** Whether a picture's address is that of a badge: one of another machine, of a service for badges or called one. */
export function isBadge(address: string): boolean {
  const [, host, path = ''] = /^(?:https?:)?\/\/([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(address) ?? [];
  return host !== undefined && (HOSTS.test(host) || PATH.test(path));
}
