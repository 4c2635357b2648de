// The papers and manuals behind the published instruments, each written down once.
import type { Source } from './instrument.ts';

/** PHQ-9: bands, cut-off, internal consistency. */
export const kroenke2001: Source = {
  label: 'Kroenke, Spitzer & Williams 2001',
  doi: '10.1046/j.1525-1497.2001.016009606.x',
};

/** GAD-7: bands, cut-off (sensitivity 89%, specificity 82%). */
export const spitzer2006: Source = {
  label: 'Spitzer, Kroenke, Williams & Löwe 2006',
  doi: '10.1001/archinte.166.10.1092',
};

/** PHQ-9 ≥ 6 and GAD-7 ≥ 5 taken as reliable improvement: 1,850 records of low intensity treatment. */
export const delgadillo2014: Source = {
  label: 'Delgadillo et al. 2014',
  url: 'https://pure.hud.ac.uk/en/publications/early-changes-attrition-and-dose-response-in-low-intensity-psycho',
};

/** GAD-7: an index of 5.59 points, "for practical use … rounded to 6". */
export const bischoff2020: Source = { label: 'Bischoff et al. 2020', doi: '10.5964/pch.v8i1.309' };

/**
 * England's national service for anxiety and depression (formerly IAPT): its manual sets caseness (GAD-7 ≥ 8) and change
 * (4 points). Those figures were read in writing about the manual, not in the manual; the address is the service's own page.
 */
export const nhsTalkingTherapies: Source = {
  label: 'NHS Talking Therapies manual',
  url: 'https://www.england.nhs.uk/mental-health/adults/nhs-talking-therapies/',
};
