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

/** PHQ-8: cut-off, in 198,678 people asked by telephone. */
export const kroenke2009phq8: Source = {
  label: 'Kroenke et al. 2009',
  doi: '10.1016/j.jad.2008.06.026',
  pmid: '18752852',
};

/** PHQ-2: cut-off 3, sensitivity 83%, specificity 92%. */
export const kroenke2003: Source = { label: 'Kroenke, Spitzer & Williams 2003', pmid: '14583691' };

/** PHQ-2 in 2,642 primary care patients: 86% and 78% at 2, 61% and 92% at 3. */
export const arroll2010: Source = {
  label: 'Arroll et al. 2010',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2906530',
};

/** GAD-2: cut-off. */
export const kroenke2007: Source = {
  label: 'Kroenke et al. 2007',
  doi: '10.7326/0003-4819-146-5-200703060-00004',
};

/** PHQ-4. */
export const kroenke2009phq4: Source = {
  label: 'Kroenke, Spitzer, Williams & Löwe 2009',
  doi: '10.1176/appi.psy.50.6.613',
  pmid: '19996233',
};

/** PHQ-4: bands and the cut-offs of its two halves, as a national catalogue of measures gives them. */
export const nindsPhq4: Source = {
  label: 'NINDS Common Data Elements, PHQ-4',
  url: 'https://www.commondataelements.ninds.nih.gov/ReportViewer.aspx?/nindscdereports/rptNOC&rs:Command=Render&rc:Parameters=false&crfID=F2495',
};

/** PHQ-15: 5, 10 and 15 for low, medium and high. */
export const kroenke2002: Source = { label: 'Kroenke, Spitzer & Williams 2002', pmid: '11914441' };

/** PCL-5: form, clusters, provisional diagnosis. */
export const nationalCenterPcl5: Source = {
  label: 'National Center for PTSD, PCL-5 (Weathers et al. 2013)',
  url: 'https://www.ptsd.va.gov/professional/assessment/adult-sr/ptsd-checklist.asp',
};

/** PCL-5: alpha .94, retest .82, in 278 students. */
export const blevins2015: Source = { label: 'Blevins et al. 2015', doi: '10.1002/jts.22059' };

/** PCL-5: a review of 56 papers; cut-offs of 31 to 33. */
export const forkus2022: Source = { label: 'Forkus et al. 2022 (review)', doi: '10.1037/cps0000111' };

/** PCL-5: 15 and 18 points in two samples of male veterans; 28 or less is nearer to people without PTSD. */
export const marx2022: Source = { label: 'Marx et al. 2022', doi: '10.1037/pas0001098' };

/** PC-PTSD-5: form and the rule that it ends at 0 without a traumatic event. */
export const nationalCenterPcPtsd5: Source = {
  label: 'National Center for PTSD, PC-PTSD-5',
  url: 'https://www.ptsd.va.gov/professional/assessment/screens/pc-ptsd.asp',
};

export const prins2016: Source = { label: 'Prins et al. 2016', doi: '10.1007/s11606-016-3703-5' };

/** PC-PTSD-5: 4, and perhaps 3 for women, in 396 veterans. */
export const bovin2021: Source = { label: 'Bovin et al. 2021', doi: '10.1001/jamanetworkopen.2020.36733' };

/** AUDIT-C: the first paper, in men. */
export const bush1998: Source = { label: 'Bush et al. 1998', doi: '10.1001/archinte.158.16.1789' };

/** AUDIT-C in women. */
export const bradley2003: Source = { label: 'Bradley et al. 2003', pmid: '12695273' };

export const meyer1990: Source = {
  label: 'Meyer, Miller, Metzger & Borkovec 1990',
  doi: '10.1016/0005-7967(90)90135-6',
  pmid: '2076086',
};

/** CESD-R: its own explanation of items, answers and scores. */
export const cesdr: Source = { label: 'CESD-R explanation', url: 'http://cesd-r.com/cesdr/' };

/** The chapter that presents the CESD-R and reviews the CES-D, whose 16 it cites. */
export const eaton2004: Source = { label: 'Eaton et al. 2004', doi: '10.4324/9781410610614-13' };

/** Example responses with their sums, as FHIR resources. */
export const medicalInformaticsInitiative: Source = {
  label: 'Medical Informatics Initiative Germany, module PRO, example response',
  url: 'https://github.com/medizininformatik-initiative/kerndatensatzmodul-proms',
};
