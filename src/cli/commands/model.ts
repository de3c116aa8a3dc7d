import { Command } from 'commander';
import { languageOption, type PrintOptions } from '../options.ts';

/** `model`: the whole model as a document, with typeset formulas. */
export function modelCommand(): Command {
  return new Command('model')
    .description('print the model as a document (Markdown with typeset formulas)')
    .argument('[file]', 'scenario file, to include the formula files it brings itself')
    .addOption(languageOption)
    .action(async (file: string | undefined, options: PrintOptions) => {
      const { loadModel } = await import('../../app/load-model.ts');
      const { modelOf } = await import('../../app/model-of.ts');
      const { modelDocument } = await import('../../app/model-document.ts');
      process.stdout.write(modelDocument(file === undefined ? loadModel() : modelOf(file), options.lang));
    });
}
