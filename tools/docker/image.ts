// Does what a Dockerfile says in a folder, as far as that can be done without Docker: files and commands, no image below.
import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, matchesGlob, relative, resolve } from 'node:path'
import { environmentOf, readDockerfile, type Stage, type Step } from './dockerfile.ts'

export interface Image {
  /** The folder that stands for the last stage's `/`. */
  root: string
  /** In the container. */
  workdir: string
  /** ENV, as in the container. */
  environment: Record<string, string>
  stage: Stage
}

export interface Build {
  /** The folder with Dockerfile and .dockerignore. */
  context: string
  /** An empty folder to build in. */
  folder: string
  /** PATH for RUN. */
  path: string
  /** Who stands for the users that the image makes and this machine may not have; null: nothing is chowned. */
  user: { uid: number; gid: number } | null
}

/** Builds every stage. @throws Error naming the line that cannot be carried out */
export function buildImage({ context, folder, path, user }: Build): Image {
  const stages = readDockerfile(readFileSync(join(context, 'Dockerfile'), 'utf8'))
  const roots = new Map<string, string>()
  const ignored = ignoreRules(context)
  let image: Image | null = null
  stages.forEach((stage, index) => {
    const root = join(folder, stage.name ?? `stage-${index}`)
    mkdirSync(root)
    if (stage.name) roots.set(stage.name, root)
    image = { root, workdir: '/', environment: environmentOf(stage), stage }
    for (const step of stage.steps) {
      if (step.instruction === 'WORKDIR') {
        image.workdir = step.text
        mkdirSync(join(root, step.text), { recursive: true })
      } else if (step.instruction === 'COPY') {
        const from = step.flags.from === undefined ? context : roots.get(step.flags.from)
        if (from === undefined) throw stepError(step, `there is no stage named ${step.flags.from}`)
        copy(step, from, inContainer(image, lastWord(step)), from === context ? ignored : () => false)
      } else if (step.instruction === 'RUN') run(step, image, path, user)
    }
  })
  if (!image) throw new Error('The Dockerfile has no stage.')
  return image
}

function copy(step: Step, from: string, target: string, ignored: (path: string) => boolean): void {
  const sources = step.text.split(/\s+/).slice(0, -1)
  const intoFolder = lastWord(step).endsWith('/')
  for (const source of sources) {
    const path = join(from, source)
    if (!existsSync(path) || ignored(relative(from, path)))
      throw stepError(step, `${source} is not there, or .dockerignore leaves it out`)
    // As Docker does: a folder's content goes to the target, a file into the target that ends in "/".
    const to = statSync(path).isDirectory() || !intoFolder ? target : join(target, basename(source))
    cpSync(path, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => !ignored(relative(from, each)),
    })
  }
}

/** `mkdir A && chown USER A` of a folder outside of WORKDIR is done in the image's root; all else runs in WORKDIR. */
function run(step: Step, image: Image, path: string, user: Build['user']): void {
  const folder = /^mkdir (\/\S+) && chown \S+ \1$/.exec(step.text)?.[1]
  if (folder) {
    mkdirSync(join(image.root, folder))
    if (user) chownSync(join(image.root, folder), user.uid, user.gid)
    return
  }
  if (/(^|\s)\//.test(step.text))
    throw stepError(step, 'a path of the container in RUN can only be tried with Docker')
  // With this machine's environment: it says how npm reaches its registry.
  const env = { ...process.env, ...image.environment, PATH: path }
  execFileSync('/bin/sh', ['-c', step.text], {
    cwd: join(image.root, image.workdir),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function inContainer({ root, workdir }: Image, path: string): string {
  return join(root, resolve(workdir, path))
}

function lastWord({ text }: Step): string {
  return text.split(/\s+/).at(-1) ?? ''
}

/** Whether .dockerignore leaves out a path from the context's root. Its patterns are plain: no exceptions with "!". */
function ignoreRules(context: string): (path: string) => boolean {
  const patterns = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n').filter(Boolean)
  return (path) =>
    patterns.some((pattern) => matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`))
}

function stepError({ line, instruction, text }: Step, why: string): Error {
  return new Error(`Dockerfile, line ${line}: ${instruction} ${text}: ${why}.`)
}
