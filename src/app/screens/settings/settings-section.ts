// Settings are sections behind one address each: #/settings/backup.
import { m } from '../../paraglide/messages.js';
import type { Route } from '../../state/route.ts';

export const settingsSections = [
  'keys',
  'recovery',
  'backup',
  'device',
  'practice',
  'records',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** In the example there are no keys to change and nothing is kept. */
export const exampleSections: readonly SettingsSection[] = ['device', 'practice', 'backup', 'about'];

const titles: Readonly<Record<SettingsSection, () => string>> = {
  keys: m.settings_keys,
  recovery: m.settings_recovery,
  backup: m.settings_backup,
  device: m.settings_device,
  practice: m.plan_practice,
  records: m.settings_records,
  about: m.settings_about,
};

export const sectionTitle = (section: SettingsSection): string => titles[section]();

export const sectionHref = (section: SettingsSection): string => `#/settings/${section}`;

/** The section that an address names; the first of `offered` when it names none of them. */
export function sectionAt(
  route: Route,
  hash: string,
  offered: readonly SettingsSection[] = settingsSections,
): SettingsSection {
  const named = route.kind === 'settings' ? hash.split('/')[2] : undefined;
  return offered.find((section) => section === named) ?? offered[0] ?? 'about';
}
