import { villageWithShop, Futures } from './tests/model/village.ts';
for (const s of [{sellsGroceries:false, turnover:null, passingTrade:null, sellsFuel:true, fuelTurnover:300000},{sellsFuel:false, passingTrade:0}] as const)
try { const f = new Futures(villageWithShop(s)); console.log('ok', f.likely().at('litres',0)); } catch(e) { console.log(String((e as Error).stack).slice(0,600)); }
