/**
 * Is package-lock.json fit for a fresh clone on any machine?
 *
 * Two things go wrong unnoticed: `resolved` addresses tie the file to the registry of whoever wrote it, and npm leaves out
 * the binary packages of other platforms when it cannot see them, after which `npm ci` calls the file out of date.
 *
 * `node scripts/check-lockfile.ts` reports; `--complete` writes the missing platform packages in and takes the addresses out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { report } from './source-files.ts';

/** One package as npm writes it. Only what is read or written here. */
export interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  cpu?: string[];
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const processorAliases: Record<string, string> = { 'arm-eabi': 'arm', armv7: 'arm', ppc64le: 'ppc64' };

/** The folders in which Node looks for a dependency of the package at `path`, nearest first. */
function placesToLook(path: string, name: string): string[] {
  const places: string[] = [];
  for (let at = path; ; ) {
    places.push(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
    if (at === '') return places;
    const cut = at.lastIndexOf('/node_modules/');
    at = cut < 0 ? '' : at.slice(0, cut);
  }
}

/** What a platform package's name says about where it runs: `cli-linux-arm64-musl` is linux, arm64, musl. */
export function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'os' | 'libc'> {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const raw = words.find((word) => processors.includes(word) || word in processorAliases);
  const cpu = raw === undefined ? undefined : (processorAliases[raw] ?? raw);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

const isExact = (version: string): boolean => /^\d+\.\d+\.\d+[^ ]*$/.test(version);

/** Every optional package that some package names and the lockfile does not hold at that version, with its parent. */
function missingPackages(lock: Lockfile): { parent: string; name: string; version: string }[] {
  return Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const seen = placesToLook(parent, name).find((place) => lock.packages[place]?.version !== undefined);
        return seen === undefined || (isExact(version) && lock.packages[seen]?.version !== version);
      })
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** Problems of a lockfile, one sentence each. None: an empty list. */
export function lockfileProblems(lock: Lockfile): string[] {
  const tied = Object.entries(lock.packages).filter(
    ([, { resolved, link }]) => resolved !== undefined && link !== true,
  );
  return [
    ...tied.map(([path]) => `${path} names the registry it came from (resolved)`),
    ...missingPackages(lock).map(
      ({ parent, name }) => `${name}, an optional part of ${parent}, is not in the lockfile`,
    ),
  ];
}

/**
 * The lockfile with every platform package listed and no addresses.
 *
 * A package added here has a version but no checksum: npm adds that the first time it is run where the package can be seen.
 */
export function completed(lock: Lockfile): Lockfile {
  const packages: Record<string, LockedPackage> = {};
  for (const [path, { resolved, ...entry }] of Object.entries(lock.packages)) {
    packages[path] = entry.link === true && resolved !== undefined ? { resolved, ...entry } : entry;
  }
  for (const { parent, name, version } of missingPackages({ packages })) {
    if (!isExact(version)) continue; // a range cannot be locked without asking the registry
    const places = placesToLook(parent, name);
    const taken = places.findIndex((path) => packages[path]?.version !== undefined);
    const free = taken < 0 ? places : places.slice(0, taken); // farther out, the other version would hide it
    const place = free.at(-1);
    if (place === undefined) continue;
    for (const path of free) delete packages[path]; // npm's mark for "could not be fetched"
    const dev = packages[parent]?.dev === true;
    const { cpu, libc, os } = platformOf(name);
    packages[place] = {
      version, // in npm's own order, so that npm leaves the entry as it is
      ...(cpu === undefined ? {} : { cpu }),
      ...(dev ? { dev } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      ...(os === undefined ? {} : { os }),
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.main) {
  const file = new URL('../package-lock.json', import.meta.url);
  let lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  if (process.argv.includes('--complete')) {
    lock = completed(lock);
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  const problems = lockfileProblems(lock);
  report(
    problems.length === 0
      ? []
      : [
          ...problems.map((problem) => `package-lock.json: ${problem}`),
          'Run `node scripts/check-lockfile.ts --complete` and look at what it changed.',
        ],
    `lockfile: ${Object.keys(lock.packages).length - 1} packages, all platforms listed, no addresses`,
  );
}
