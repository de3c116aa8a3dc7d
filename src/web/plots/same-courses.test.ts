import { describe, expect, it } from 'vitest';
import { sameCourses } from './same-courses.ts';

const lines = [
  { key: 'ingen', label: 'Ingen', index: 0, course: [100, 90, null] },
  { key: 'stod', label: 'Stöd', index: 1, course: [100, 95, 90] },
  { key: 'brev', label: 'Brevbärare', index: 2, course: [100, 90.4, null] },
];

describe('lines on top of each other', () => {
  it('are one line with all its alternatives, the first of them in front', () => {
    const groups = sameCourses(lines, ({ course }) => course, 0.5);
    expect(groups.map(({ all }) => all.map(({ key }) => key))).toEqual([['ingen', 'brev'], ['stod']]);
  });

  it('are apart when the difference can be seen', () => {
    expect(sameCourses(lines, ({ course }) => course, 0.1)).toHaveLength(3);
  });
});
