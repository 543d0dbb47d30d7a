/** `briefdeck template`: its actions, one file each. */
import type { Settings } from './arguments.js';
import { type ExitCode, type Io, UsageError } from './io.js';

type Action = (names: readonly string[], settings: Settings, io: Io) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, () => Promise<Action>>> = {
  list: async () => (await import('./template-list.js')).list,
  show: async () => (await import('./template-show.js')).show,
  doctor: async () => (await import('./template-doctor.js')).doctor,
  import: async () => (await import('./template-import.js')).importFile,
};

/** Runs the action that is the first word. */
export async function template(settings: Settings, io: Io): Promise<ExitCode> {
  const [action = '', ...names] = settings.inputs;
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) throw new UsageError(`template cannot "${action}"`, `it can ${Object.keys(ACTIONS).join(', ')}`);
  return (await run())(names, settings, io);
}
