interface Population {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Cut-off c: where a score is as likely in one population as in the other, each weighted by the other's SD
 * (Jacobson & Truax 1991): c = (s_c · M_f + s_f · M_c) / (s_c + s_f). The same for both directions.
 */
export const cutOffC = (clinical: Population, functional: Population): number =>
  (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd);
