// The image's rules that can be read, and that fly.toml says the same. `npm run docker:check` starts the image's files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { healthPath } from '#schedule/health.ts'
import { environmentOf, execForm, lastStep, readDockerfile } from '../../tools/docker/dockerfile.ts'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const project = JSON.parse(read('package.json'))
const stages = readDockerfile(read('Dockerfile'))
const image = stages.at(-1)
if (!image) throw new Error('no stage')
const step = (instruction: string) => {
  const found = lastStep(image, instruction)
  if (!found) throw new Error(`no ${instruction}`)
  return found
}
const environment = environmentOf(image)

describe('the Dockerfile', () => {
  it('has stages of exactly the Node that the package brings', () => {
    expect(stages.length).toBeGreaterThan(1)
    for (const { from } of stages)
      expect(from).toBe(`node:${project.optionalDependencies.node}-bookworm-slim`)
  })

  it('copies what is there, and all that the product reads', () => {
    const copies = stages.flatMap(({ steps }) => steps.filter(({ instruction }) => instruction === 'COPY'))
    for (const { flags, text } of copies.filter(({ flags }) => !flags.from))
      for (const source of text.split(/\s+/).slice(0, -1))
        expect([source, flags, existsSync(join(root, source))]).toEqual([source, {}, true])
    const targets = image.steps.filter(({ instruction }) => instruction === 'COPY').map(({ text }) => text)
    for (const source of ['package.json', 'plans', 'prisma/migrations', 'src', '/app/node_modules'])
      expect(targets.some((text) => text.startsWith(`${source} `))).toBe(true)
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.git', 'data', 'node_modules']),
    )
  })

  it('starts as an ordinary user, with the command of npm start', () => {
    const at = (instruction: string) => image.steps.indexOf(step(instruction))
    expect(step('USER').text).toBe('node')
    expect(at('USER')).toBeLessThan(at('CMD'))
    expect(image.steps.findLastIndex(({ instruction }) => instruction === 'RUN')).toBeLessThan(at('USER'))
    expect(execForm(step('CMD')).join(' ')).toContain('scripts.start')
  })

  it('is asked for its health where it listens', () => {
    const [program, , code] = execForm(step('HEALTHCHECK'))
    expect(program).toBe('node')
    expect(code).toContain(`\${process.env.PORT}${healthPath}\``)
    expect(step('EXPOSE').text).toBe(environment.PORT)
  })
})

describe('fly.toml', () => {
  const fly = parse(read('fly.toml')) as {
    env: Record<string, string>
    mounts: { destination: string }[]
    http_service: { internal_port: number; checks: { path: string }[] }
  }

  it('agrees with the image on port, health check and data', () => {
    expect(fly.env).toMatchObject({ DATA_DIR: environment.DATA_DIR, PORT: environment.PORT })
    expect(String(fly.http_service.internal_port)).toBe(environment.PORT)
    expect(fly.http_service.checks.map(({ path }) => path)).toEqual([healthPath])
    expect(fly.mounts.map(({ destination }) => destination)).toEqual([environment.DATA_DIR])
  })
})
