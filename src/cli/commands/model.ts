import { Command } from 'commander';
import { languageOption, type PrintOptions } from '../options.ts';

/** `model`: the whole model as a document, with typeset formulas. */
export function modelCommand(): Command {
  return new Command('model')
    .description('print the model as a document (Markdown with typeset formulas)')
    .addOption(languageOption)
    .action(async (options: PrintOptions) => {
      const { loadModel } = await import('../../app/load-model.ts');
      const { modelDocument } = await import('../../app/model-document.ts');
      process.stdout.write(modelDocument(loadModel(), options.lang));
    });
}
