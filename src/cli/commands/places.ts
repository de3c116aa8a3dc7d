import { Command, Option } from 'commander';
import {
  csvOption,
  importOptions,
  jsonOption,
  languageOption,
  type PlaceImportCommandOptions,
  type PlaceNearOptions,
  type PlaceSearchOptions,
  type PlaceShowOptions,
  positiveNumber,
  wholeNumber,
} from '../options.ts';

/** `places`: the embedded table of Swedish localities, and registers of places that planners bring. */
export function placesCommand(): Command {
  return new Command('places')
    .description('find Swedish localities, or import a register of places')
    .addCommand(search())
    .addCommand(near())
    .addCommand(show())
    .addCommand(importing());
}

const placesOption = new Option('--places <file>', 'a places file instead of the embedded table');

/** Options that narrow which places are shown, on a command. */
function filtered(command: Command): Command {
  return command
    .addOption(new Option('--county <code>', 'county by code or name: 08, Kalmar'))
    .addOption(new Option('--municipality <code>', 'municipality by code or name: 0861, Mönsterås'))
    .addOption(new Option('--min <number>', 'fewest inhabitants').argParser(wholeNumber))
    .addOption(new Option('--max <number>', 'most inhabitants').argParser(wholeNumber))
    .addOption(new Option('--limit <number>', 'most places printed').argParser(wholeNumber).default(50))
    .addOption(placesOption)
    .addOption(languageOption)
    .addOption(jsonOption)
    .addOption(csvOption);
}

function search(): Command {
  return filtered(new Command('search'))
    .description('find places by name, or part of it; å, ä and ö may be left out')
    .argument('[text]', 'name or part of a name; all places unless stated')
    .action(async (text: string | undefined, options: PlaceSearchOptions) => {
      const { search } = await import('../actions/places.ts');
      await search(text ?? '', options);
    });
}

function near(): Command {
  return filtered(new Command('near'))
    .description('find places near a point or another place, the nearest first')
    .argument('<where>', 'LAT,LON in degrees (57.13,16.27), or a place by id or name')
    .addOption(new Option('--km <number>', 'farthest, as the crow flies').argParser(positiveNumber).default(30))
    .action(async (where: string, options: PlaceNearOptions) => {
      const { near } = await import('../actions/places.ts');
      await near(where, options);
    });
}

function show(): Command {
  return new Command('show')
    .description('tell what is known of a place, with the lines to paste into a scenario')
    .argument('<place>', 'id, number or name')
    .addOption(new Option('--as <role>', 'what it is in the scenario').choices(['place', 'town']))
    .addOption(placesOption)
    .addOption(languageOption)
    .addOption(jsonOption)
    .action(async (which: string, options: PlaceShowOptions) => {
      const { show } = await import('../actions/places.ts');
      await show(which, options);
    });
}

function importing(): Command {
  const command = new Command('import')
    .description("check a register of places, such as SCB's localities, and write it as a places file")
    .argument('<file>', 'CSV file');
  for (const option of importOptions()) command.addOption(option);
  return command
    .addOption(
      new Option('--year <year>', 'year of the population, where the heading does not tell').argParser(wholeNumber),
    )
    .action(async (file: string, options: PlaceImportCommandOptions) => {
      const { runPlacesImport } = await import('../actions/import.ts');
      await runPlacesImport(file, options);
    });
}
