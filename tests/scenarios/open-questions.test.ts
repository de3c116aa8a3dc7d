import { describe, expect, it } from 'vitest';
import { planScenario } from '../../src/app/compare-scenario.ts';
import { loadModel } from '../../src/app/load-model.ts';
import { openQuestionsOf } from '../../src/app/open-questions.ts';
import { openQuestionsReport } from '../../src/cli/open-questions-report.ts';
import { PlannerError } from '../../src/errors.ts';
import { scenarioOf, village, type Written } from '../model/village.ts';

const asked = (question: Written, place: Written = {}) =>
  scenarioOf(
    village({
      places: { by: place },
      openQuestions: { folket: { about: 'Folket', question: 'Hur många?', ...question } },
    }),
  );

describe('what nobody has told', () => {
  it('is asked for together with what is assumed meanwhile, without its source', () => {
    const scenario = asked(
      { at: 'places.by.inhabitants' },
      { inhabitants: { low: 50, likely: 120, high: 199, status: 'assumption', note: 'inte känt' } },
    );
    expect(openQuestionsOf(scenario)).toEqual([
      {
        id: 'folket',
        about: { sv: 'Folket', en: 'Folket' },
        question: { sv: 'Hur många?', en: 'Hur många?' },
        at: 'places.by.inhabitants',
        stated: { low: 50, likely: 120, high: 199 },
        assumed: null,
      },
    ]);
    expect(openQuestionsReport(openQuestionsOf(scenario), 'sv')).toContain(
      'Att fylla i\n═══════════\n· Folket: Hur många? Tills vidare antas 50 / 120 / 199 (places.by.inhabitants).',
    );
  });

  it('is said to be left out where nothing is assumed', () => {
    expect(openQuestionsReport(openQuestionsOf(asked({})), 'en')).toContain('Hur många? Left out meanwhile.');
  });

  it('is told in words where the scenario says what is done', () => {
    const report = openQuestionsReport(openQuestionsOf(asked({ assumed: 'Som i grannbyn.' })), 'sv');
    expect(report).toContain('Hur många? Som i grannbyn.');
  });

  it('may not point at what the scenario does not state', () => {
    expect(() => planScenario(loadModel(), asked({ at: 'places.byn.inhabitants' }))).toThrow(PlannerError);
  });
});

describe('inhabitants that are said to be unknown', () => {
  it('are an error that asks for them, since no default could stand in', () => {
    try {
      planScenario(loadModel(), asked({}, { inhabitants: 'unknown' }));
      expect.unreachable('a place of unknown size was computed');
    } catch (error) {
      const [problem] = (error as PlannerError).problems;
      expect(problem?.path).toBe('places.by.inhabitants');
      expect(problem?.code).toBe('missing');
    }
  });
});
