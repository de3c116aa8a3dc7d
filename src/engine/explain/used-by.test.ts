import { describe, expect, it } from 'vitest';
import { villageModel } from './testing/small-village.ts';
import { usedBy } from './used-by.ts';

describe('usedBy', () => {
  it('names the formulas that use a variable, in the order of the model', () => {
    expect(usedBy(villageModel, 'openingSales')).toEqual(['calibration', 'sales', 'hostSales']);
  });

  it('counts last year’s value and openings, and a variable that looks back on itself', () => {
    expect(usedBy(villageModel, 'cash')).toEqual(['cash', 'isOpen', 'weakest', 'strongest', 'lastChange']);
    expect(usedBy(villageModel, 'startCash')).toEqual(['cash', 'isOpen']);
  });

  it('leads from what a scenario states to the variable it stands for', () => {
    expect(usedBy(villageModel, 'marginStated')).toEqual(['margin']);
  });

  it('finds none for what nobody uses, or what there is not', () => {
    expect(usedBy(villageModel, 'lastChange')).toEqual([]);
    expect(usedBy(villageModel, 'nothing')).toEqual([]);
  });
});
