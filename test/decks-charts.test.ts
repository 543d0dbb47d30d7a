/** Whole decks of charts, through the public door. */
import { briefings, testDecks } from './support/decks.js';

testDecks(briefings.filter((name) => name.startsWith('chart-')));
