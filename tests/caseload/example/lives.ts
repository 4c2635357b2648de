// What happened around the scores, by place in the example; who is not here has sessions and scores and nothing else.
import type { Life } from './life.ts';
import { livesBetter } from './lives-better.ts';
import { livesEnded } from './lives-ended.ts';
import { livesNotBetter } from './lives-not-better.ts';

export const lives: ReadonlyMap<number, Life> = new Map([...livesBetter, ...livesNotBetter, ...livesEnded]);
