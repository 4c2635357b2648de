// What is done to the practice's own lists: it is done, then said, and can be taken back.
import type { AppState } from '../../../state/app-state.svelte.ts';
import type { UndoFor } from '../../../state/entry-changes.ts';
import type { Practice } from '../../../state/practice.svelte.ts';
import { say } from '../../client/say.ts';

export type DoAndSay = (
  text: string,
  change: (practice: Practice) => Promise<UndoFor<Practice>>,
) => Promise<void>;

export const doingFor =
  (app: AppState, practice: Practice): DoAndSay =>
  async (text, change) => {
    const undo = await change(practice);
    say(app, text, () => undo(practice));
  };
