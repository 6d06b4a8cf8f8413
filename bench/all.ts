interface Bench {
  about: string
  load(): Promise<{ main(args: readonly string[]): Promise<void> }>
}

/** Each loaded only when it is run: the program itself starts without them. */
export const benches: Readonly<Record<string, Bench>> = {
  import: { about: 'a roster of 35,947 people on both engines, then 1,000,000 rows [postgres|embedded|million]', load: () => import('./import.ts') },
  checks: { about: 'a day’s checks of 100,000 people under management [episodes]', load: () => import('./checks.ts') },
  reports: { about: 'the daily reports of 100 communities, computed and sent [communities] [people each]', load: () => import('./reports.ts') },
  dashboard: { about: 'the dashboard of 1,000,000 people, from the district down to the grid, for all who may read it [people]', load: () => import('./dashboard.ts') },
  search: { about: 'one box for everything over 1,000,000 people [people] [only kinds with this in their name]', load: () => import('./search.ts') },
  exports: { about: '1,000,000 people as .csv and 100,000 as .xlsx while they are read: first byte, memory [people]', load: () => import('./exports.ts') },
  gate: { about: 'single passages over HTTP: proven, decided, durable before the answer; against one INSERT a request; batches; overload; looking for what is unusual meanwhile [seconds] [singles|batches|overload|looking]', load: () => import('./gate.ts') },
  crash: { about: 'kill -9 of the server and of its database under load, by turns: nothing acknowledged is lost, nothing doubled [times] [seed]', load: () => import('./crash.ts') },
  field: { about: 'what a phone carries of a grid of 3,000 people, and 100 phones syncing at once [phones]', load: () => import('./field.ts') },
  passages: { about: 'who was in the same place, the gate’s list and its counts over 100,000,000 passages [rows]', load: () => import('./passages.ts') },
  lists: { about: 'every list over 1,000,000 people, for all who may read it [people] [only lists with this in their name]', load: () => import('./lists.ts') },
}

/** `npm run bench -- <name>`: one bench; `-- all`: one after the other; without a name their list. */
export async function runBench([name, ...args]: readonly string[]): Promise<void> {
  // Ends in order, so that the temporary database goes too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  if (name === 'all') {
    for (const bench of Object.values(benches)) await (await bench.load()).main([])
    return
  }
  if (name === 'drive') return (await import('./load/drive.ts')).main(args)
  if (name === 'plain') return (await import('./gate/plain.ts')).main()
  if (name === 'bare') return (await import('./gate/bare.ts')).main()
  const bench = benches[name ?? '']
  if (bench) return (await bench.load()).main(args)
  console.log(`npm run bench -- <name> [arguments]\n\n${Object.entries(benches).map(([n, b]) => `  ${n.padEnd(8)} ${b.about}`).join('\n')}\n  all      all of them, one after the other\n`)
  if (name) process.exitCode = 1
}
