import type { SkillGroup } from './agent.ts';

/** The groups into which the agents of the centre are drawn; each is a skill as well. */
export const skillGroups: readonly SkillGroup[] = [
  { id: 1, name: 'Billing' },
  { id: 2, name: 'Mobile support' },
  { id: 3, name: 'Broadband support' },
  { id: 4, name: 'Orders' },
  { id: 5, name: 'Retention' },
  { id: 6, name: '投诉处理' },
  { id: 7, name: 'VIP 服务' },
  { id: 8, name: 'Business customers' },
];

/** The group inspectors are in. */
export const inspectorsGroup: SkillGroup = { id: 90, name: 'Quality inspection' };

/** The group of an agent added by hand without one. */
export const addedGroup: SkillGroup = { id: 91, name: 'Added agents' };

/** Every group of the VDN. */
export const allGroups: readonly SkillGroup[] = [...skillGroups, inspectorsGroup, addedGroup];

/** The number that customers dial for a skill. */
export function accessNumberOf(skill: SkillGroup): string {
  return String(400_000 + skill.id);
}
