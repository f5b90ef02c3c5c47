import { expect, test } from 'vitest';
import { roles } from '$lib/server/db/schema/access';
import { can, capabilitiesOf } from './capability';

test('every role may view', () => {
  expect(roles.filter((role) => !can(role, 'view'))).toEqual([]);
});

test('people and settings belong to owners and managers alone', () => {
  expect(roles.filter((role) => can(role, 'manage'))).toEqual(['owner', 'manager']);
});

test('imports and frozen figures belong to analysts and above', () => {
  const analysts = ['owner', 'manager', 'analyst'];
  expect(roles.filter((role) => can(role, 'import'))).toEqual(analysts);
  expect(roles.filter((role) => can(role, 'freeze'))).toEqual(analysts);
});

test('a viewer may do nothing else', () => {
  expect(capabilitiesOf('viewer')).toEqual(['view']);
});
