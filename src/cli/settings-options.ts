import { type Command, Option } from 'commander';
import { allowedText, placeholder, settingList, usualText } from '../service/settings.ts';

/** Adds a flag for everything that may be decided where the service is started, with its environment variable in the help. */
export function addSettings(command: Command): void {
  for (const [name, setting] of settingList) {
    if (setting.flag === undefined) continue;
    const value = setting.kind === 'switch' ? '' : ` <${placeholder(setting)}>`;
    // Read with the environment in one place, which tells all that is wrong at once: nothing is checked here.
    const option = new Option(
      `${setting.flag}${value}`,
      `${setting.meaning} (${usualText(setting)}; ${setting.variable})`,
    );
    option.attributeName = () => name;
    command.addOption(option);
  }
  command.addHelpText(
    'after',
    `\nWithout a flag:\n${settingList
      .filter(([, { flag }]) => flag === undefined)
      .map(([, setting]) => `  ${setting.variable}  ${setting.meaning}; ${allowedText(setting)}`)
      .join('\n')}`,
  );
}
