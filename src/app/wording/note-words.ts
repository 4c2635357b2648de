// The names of the shapes of a note and of their sections.
import { noteSectionIds, type BuiltInTemplate, type NoteSectionId } from '../../clinical/notes/templates.ts';
import { m } from '../paraglide/messages.js';

const titles: Readonly<Record<NoteSectionId, () => string>> = {
  subjective: m.notes_section_subjective,
  objective: m.notes_section_objective,
  assessment: m.notes_section_assessment,
  data: m.notes_section_data,
  behaviour: m.notes_section_behaviour,
  goals: m.notes_section_goals,
  intervention: m.notes_section_intervention,
  response: m.notes_section_response,
  plan: m.notes_section_plan,
  text: m.notes_section_text,
};

/** Of one that is not known here: "Note". */
export function noteSectionTitle(id: string): string {
  const known = noteSectionIds.find((section) => section === id);
  return known ? titles[known]() : m.notes_section_text();
}

const templates: Readonly<Record<BuiltInTemplate, () => string>> = {
  soap: m.notes_template_soap,
  dap: m.notes_template_dap,
  birp: m.notes_template_birp,
  girp: m.notes_template_girp,
  free: m.notes_template_free,
};

export const templateName = (id: BuiltInTemplate): string => templates[id]();
