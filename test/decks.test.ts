/** Whole decks, through the public door: every briefing of test/cases/decks but those of charts. */
import { briefings, testDecks } from './support/decks.js';

testDecks(briefings.filter((name) => !name.startsWith('chart-')));
