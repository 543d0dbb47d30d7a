/** The hash of the sample deck, for a process of its own. */
import { digest } from '../../lib/core/guid.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { sample } from './sample.js';
import { testTemplate } from './template.js';

export const hash = digest(await writeDeck(sample, testTemplate));
