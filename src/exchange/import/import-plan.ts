// What an import would write. Nothing here has been written: the screen shows it, and only "yes" carries it out.
import type { Course } from '../../clinical/episodes/course.ts';
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import type { OwnMeasureDefinition } from '../../clinical/instruments/own-measure.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientId, EntryId, RecordedAt, ResponseEntry } from '../../records/entry.ts';
import type { ImportProblem } from './import-problem.ts';
import type { MappingGap } from './mapping-gaps.ts';

export interface PlannedClient {
  readonly kind: 'new' | 'existing';
  readonly clientId: ClientId;
  /** As in the file, trimmed, otherwise verbatim: it is a name, never markup. */
  readonly code: string;
  /** In the file's order. */
  readonly entries: readonly ResponseEntry[];
}

export interface PlannedMeasure {
  /** For the records; `instrument` is what it describes. */
  readonly definition: OwnMeasureDefinition;
  readonly instrument: Instrument;
  /** To be remembered as `KnownMeasure.alsoCalled`, so that the next import of this file finds it under a new name. */
  readonly calledInFile: string;
}

export interface ImportCounts {
  /** Rows of the table that are not blank, the ragged ones included. */
  readonly rows: number;
  /** Entries to be written. */
  readonly scores: number;
  /** Scores that an earlier import wrote (or that were deleted since): not written again. */
  readonly alreadyThere: number;
  /** Score cells that are empty. Empty is not 0 and not a problem. */
  readonly emptyCells: number;
  /** Score cells that the mapping's markers call missing. */
  readonly missingCells: number;
  readonly newClients: number;
  readonly existingClients: number;
  /** Problems that cost a row or a score, as against notices. */
  readonly leftOut: number;
}

export interface ImportPlan {
  /** Clients that get at least one entry. */
  readonly clients: readonly PlannedClient[];
  /** New measures that at least one entry uses. */
  readonly newMeasures: readonly PlannedMeasure[];
  /** The raw sums of the file, by the id of the entry whose total was made of them. */
  readonly rawTotals: ReadonlyMap<EntryId, number>;
  /** By line. */
  readonly problems: readonly ImportProblem[];
  readonly counts: ImportCounts;
}

export type PlannedImport =
  | { readonly kind: 'planned'; readonly plan: ImportPlan }
  | { readonly kind: 'not-ready'; readonly gaps: readonly MappingGap[] }
  | { readonly kind: 'cancelled' };

/** A client of the vault whose code may occur in the file (see `clientCodesIn`). */
export interface ExistingClient {
  readonly clientId: ClientId;
  readonly code: string;
  /** Imported scores join the course of therapy that their day belongs to. */
  readonly courses: readonly Course[];
  readonly responses: readonly ResponseEntry[];
  /** Ids of tombstones: what was deleted is not imported again. */
  readonly deletedIds: readonly string[];
}

/** Clock, chance and the vault's own constructors come in here. */
export interface ImportContext {
  readonly recordedAt: RecordedAt;
  /** The day it is for the therapist; a later one in the file is pointed at. */
  readonly today: CalendarDay;
  readonly newClientId: () => ClientId;
  /** 'own-<random>' */
  readonly newMeasureId: () => string;
  /** At least 32 hex digits, without collisions: `sha256Hex` from this room. */
  readonly hash: (text: string) => string;
}
