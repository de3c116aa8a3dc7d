import { type Certificate, compareScenario, planScenario } from '../../app/compare-scenario.ts';
import { modelOf } from '../../app/model-of.ts';
import { openScenario } from '../../app/open-scenario.ts';
import { withSeed } from '../../app/seed.ts';
import { readTextFile } from '../../app/text-files.ts';
import { verifyFuture } from '../../app/verify-future.ts';
import { futureDesign } from '../../engine/simulate/index.ts';
import { PlannerError } from '../../errors.ts';
import { exitCodes } from '../fail.ts';
import type { VerifyOptions } from '../options.ts';
import { watchedRun } from '../progress.ts';

/** Verifies and prints what was found; ends with another exit code where something differs. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  const { agrees, told, lines } =
    options.against === undefined ? ofFuture(file, options) : await ofResult(file, options.against, options);
  process.stdout.write(`${options.json ? JSON.stringify(told) : lines.join('\n')}\n`);
  if (!agrees) process.exitCode = exitCodes.unmet;
}

type Verified = { readonly agrees: boolean; readonly told: object; readonly lines: readonly string[] };

function ofFuture(file: string, { future = 'likely', seed, lang }: VerifyOptions): Verified {
  const model = modelOf(file);
  const { plan } = planScenario(model, withSeed(openScenario(model, file), seed));
  const told = verifyFuture(plan, future);
  const words = {
    sv: [`${told.numbers} tal, framräknade på två sätt som inte delar kod`, 'lika till sista biten', 'SKILJER SIG'],
    en: [`${told.numbers} numbers, computed in two ways that share no code`, 'the same to the last bit', 'DIFFER'],
  }[lang];
  return {
    agrees: told.same,
    told,
    lines: [
      `${words[0]}: ${told.same ? words[1] : words[2]}`,
      ...told.differences.map(
        (each) =>
          `  ${each.alternative} ${each.variable}@${each.instance}@${each.year}: ${each.interpreter} ≠ ${each.compiled}`,
      ),
    ],
  };
}

async function ofResult(file: string, against: string, { lang }: VerifyOptions): Promise<Verified> {
  const stored = certificateIn(against);
  const model = modelOf(file);
  const scenario = withSeed(openScenario(model, file), stored.seed);
  const watched = watchedRun(lang);
  try {
    const { document } = await compareScenario(model, scenario, futureDesign(stored.draws, stored.inner), watched);
    const recomputed = document.certificate;
    const agrees = recomputed.resultHash === stored.resultHash;
    const changed = (['engine', 'modelHash', 'scenarioHash'] as const).filter(
      (each) => recomputed[each] !== stored[each],
    );
    const words = {
      sv: { same: 'Lika till sista biten', not: 'SKILJER SIG', other: 'Annat än då resultatet räknades fram' },
      en: { same: 'The same to the last bit', not: 'DIFFERS', other: 'Other than when the result was computed' },
    }[lang];
    return {
      agrees,
      told: { format: 'bygdekalkyl/verification@1', agrees, stored, recomputed, changed },
      lines: [
        `${agrees ? words.same : words.not}: ${stored.resultHash}${agrees ? '' : ` ≠ ${recomputed.resultHash}`}`,
        ...changed.map((each) => `  ${words.other}: ${each} ${stored[each]} → ${recomputed[each]}`),
      ],
    };
  } finally {
    watched.done();
  }
}

/** The certificate of a result, or one that stands alone. */
function certificateIn(file: string): Certificate {
  const refuse = (message: string): never => {
    throw new PlannerError([
      { code: 'no-certificate', file, message, hint: 'Give what `compare --json` printed, or its `certificate`' },
    ]);
  };
  let data: { certificate?: unknown } | null;
  try {
    data = JSON.parse(readTextFile(file));
  } catch (error) {
    if (error instanceof PlannerError) throw error;
    return refuse('This is no JSON');
  }
  const found = (data?.certificate ?? data) as Partial<Certificate> | null;
  const texts = ['engine', 'modelHash', 'scenarioHash', 'seed', 'resultHash'] as const;
  if (
    typeof found !== 'object' ||
    found === null ||
    texts.some((each) => typeof found[each] !== 'string') ||
    !Number.isInteger(found.draws) ||
    !Number.isInteger(found.inner)
  )
    return refuse('There is no certificate in this');
  return found as Certificate;
}
