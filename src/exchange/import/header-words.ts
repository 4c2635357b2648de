// What columns are called in the wild (English and German); the first in a list wins over the later ones.

const words = {
  client: `client clientcode clientid clientno clientnumber clientname patient patientcode patientid patientno patientnumber
    patientname participant participantid subject subjectid subj case caseid caseno pid person personid klient klientin
    patientin chiffre code pseudonym id name`,
  date: `date day datum tag occurredon sessiondate assessmentdate datecompleted completedon completedat completed
    dateofsession dateofassessment timestamp`,
  session: `session sessionnumber sessionno sessionnr sitzung sitzungsnummer time timepoint occasion visit week woche month
    monat wave assessment measurement zeitpunkt messzeitpunkt`,
  'measure-name': `measureid measure instrument instrumentid scale questionnaire test outcome fragebogen`,
  respondent: `respondent informant rater reporter`,
  score: `score total totalscore sum sumscore value result rawscore raw summe gesamt gesamtwert wert punkte`,
  ignore: `age alter sex gender geschlecht treatment therapy group gruppe arm condition drug medication length therapist
    dob birthday birthdate dateofbirth geburtsdatum diagnosis diagnose comment comments note notes row n mode episode
    version coding language recordedat status phone telefon email address adresse zip postcode plz weight height`,
} as const;

export type HeaderWord = keyof typeof words;

const roleByWord = new Map<string, { readonly role: HeaderWord; readonly rank: number }>();
for (const [role, list] of Object.entries(words)) {
  // Object.entries widens the keys; they are those of `words`.
  for (const [rank, word] of list.split(/\s+/).entries())
    roleByWord.set(word, { role: role as HeaderWord, rank });
}

const lookUp = (header: string): { readonly role: HeaderWord; readonly rank: number } | null =>
  roleByWord.get(header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) ?? null;

export const roleOfHeader = (header: string): HeaderWord | null => lookUp(header)?.role ?? null;

/** Of two columns with the same role, the one with the smaller rank is the likelier. */
export const rankOfHeader = (header: string): number => lookUp(header)?.rank ?? Number.MAX_SAFE_INTEGER;
