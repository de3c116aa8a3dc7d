import { Command } from 'commander';
import { loadModel } from '../../app/load-model.ts';
import { modelDocument } from '../../app/model-document.ts';
import { languageOption, type PrintOptions } from '../options.ts';

/** `model`: the whole model as a document, with typeset formulas. */
export function modelCommand(): Command {
  return new Command('model')
    .description('print the model as a document (Markdown with typeset formulas)')
    .addOption(languageOption)
    .action((options: PrintOptions) => {
      process.stdout.write(modelDocument(loadModel(), options.lang));
    });
}
