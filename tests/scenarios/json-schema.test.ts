import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const schema = JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

describe('the JSON Schema that editors use', () => {
  it.each(globSync('scenarios/*.yaml'))('finds nothing wrong in %s', (file) => {
    expect(validate(parse(readFileSync(file, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('finds an unknown name and a turnover that is a text', () => {
    const data = parse(readFileSync('scenarios/fliseryd.yaml', 'utf8'));
    data.shops['ica-fliseryd'].turnovr = 1;
    data.shops['ica-fliseryd'].turnover = 'nine';
    expect(validate(data)).toBe(false);
    const paths = (validate.errors ?? []).map((error) => error.instancePath);
    expect(paths).toContain('/shops/ica-fliseryd');
    expect(paths).toContain('/shops/ica-fliseryd/turnover');
  });
});
