#!/usr/bin/env node
/** The command `briefdeck`. */
import { processIo } from './io.js';
import { program } from './program.js';

/** A reader that has seen enough (`briefdeck check … | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await program(process.argv.slice(2), processIo());
