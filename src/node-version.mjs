// Loaded before the product (`node --import`): plain JavaScript, so that an older Node says in words what it lacks.
// Which Node that is, and where it comes from, is decided by the package `node` in package.json and nowhere else.
import { readFileSync } from 'node:fs'

const project = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const needed = Number.parseInt(project.optionalDependencies.node, 10)

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `Sprintkeeper runs on Node ${needed} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      `\`npm ci\` brings Node ${needed} in the package \`node\`, and npm's scripts use it: start with \`npm start\`. ` +
      `Where that package has no program for the machine, or was left out (--omit=optional), install Node ${needed}.`,
  )
  process.exit(2)
}
