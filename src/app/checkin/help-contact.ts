/** Whom a client can reach in a crisis, as the therapist wrote it down. */
export interface HelpContact {
  readonly name: string;
  readonly reach: string;
  readonly note: string;
}
