/** Tells how many rows of GeoNames the table of localities is made from, and which rule left out how many. */
import { geoNamesRows } from './localities/geonames-rows.ts';
import { keepLocalities } from './localities/keep-localities.ts';

const rows = geoNamesRows();
const { kept, dropped } = keepLocalities(rows);
console.log(`rows ${rows.length}`);
for (const [rule, left] of dropped) console.log(`${rule} -${left.length}`);
console.log(`kept ${kept.length}`);
console.log(`  of 500 to 5 000 inhabitants ${kept.filter(({ population }) => population <= 5000).length}`);
console.log(
  `  last changed before SCB's figures of 2015 were entered ${kept.filter((row) => row.changed < '2017-03-17').length}`,
);
