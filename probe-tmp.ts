import fc from 'fast-check';
import { TwicePlanned } from './tests/model/same-village.ts';
import { future } from './tests/model/village.ts';
import { randomVillages } from './tests/model/random-village.ts';
let n=0, causes=[0,0,0,0], made=0; const bad: unknown[]=[];
for (const v of fc.sample(randomVillages, {numRuns: Number(process.argv[2]??60), seed: Number(process.argv[3]??1)})) {
  try {
  const c = new TwicePlanned(v);
  for (const [f,a] of [[undefined,'none'],[undefined,'with'],[future(1,1),'with'],[future(2,5),'with'],[future(9,5),'none']] as const) {
    const d = c.departures(f,a);
    if (d.length) { bad.push(d); console.log(a, f, d, n); }
    const {own}=c.both(f,a); causes[Math.max(...own.years.map(y=>y.shop.cause))]++; made+=own.years.filter(y=>y.shop.made).length;
  }
  } catch (e) { console.log('ERR', n, JSON.stringify((e as any).problems ?? String(e)).slice(0,400)); if(!(e as any).problems) throw e;}
  n++;
}
console.log(n, causes, made, bad.length);
