import type { Sheet } from './cells.ts';
import { saveFile } from './save-file.ts';

/** Saves a workbook as an .xlsx file; what writes it is loaded when it is first needed. */
export async function saveWorkbook(sheets: readonly Sheet[], name: string): Promise<void> {
  const { xlsxFile } = await import('./xlsx-file.ts');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(`${name}.xlsx`, new Blob([xlsxFile(sheets)], { type }));
}
