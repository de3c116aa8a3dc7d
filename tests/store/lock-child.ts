// Takes the lock of a folder again and again, and tells when it has it: node lock-child.ts FOLDER [times]
import { setTimeout as wait } from 'node:timers/promises';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { StoreError } from '../../src/store/store-error.ts';

const [folder = '', times = '1'] = process.argv.slice(2);
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
let had = 0;
for (let i = 0; i < Number(times); i++) {
  try {
    const lock = await lockFolder(folder);
    process.send?.({ got: process.pid, at: process.hrtime.bigint().toString() });
    had++;
    if (times === '1') await wait(1e9);
    await wait(2);
    process.send?.({ gave: process.pid, at: process.hrtime.bigint().toString() });
    await lock.release();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'locked') throw error;
    if (times === '1') {
      process.send?.({ refused: error.message });
      break;
    }
    await wait(1);
  }
}
process.send?.({ done: had });
