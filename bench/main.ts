/** npm run bench -- NAME: runs one of the benchmarks in this folder. Each module exports `run`. */

interface Bench {
  run(): void | Promise<void>
}

const benches: Record<string, () => Promise<Bench>> = {
  delivery: () => import('./delivery.ts'),
  growth: () => import('./growth.ts'),
  load: () => import('./load.ts'),
  mutations: () => import('./mutations.ts'),
  plan: () => import('./plan.ts'),
  planning: () => import('./planning.ts'),
  tick: () => import('./tick.ts'),
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load) {
  await (await load()).run()
} else {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
