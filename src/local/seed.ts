// The people and channels that a local workspace starts with: three squads on three continents, and the app.
import type { Member, WorkspaceSeed } from './slack/types.ts'

const APP = {
  id: 'A0SPRINTKPR',
  name: 'Sprintkeeper',
  botId: 'B0SPRINTKPR',
  botUserId: 'U0SPRINTKPR',
  color: '#4a154b',
}

const DENVER = 'America/Denver'
const LISBON = 'Europe/Lisbon'
const AMSTERDAM = 'Europe/Amsterdam'
const KOLKATA = 'Asia/Kolkata'

const HARBOR = [
  person('U0MAYAOKAFR', ['Maya Okafor', 'Maya'], DENVER, '#b5446e', 'Product Owner'),
  person('U0TOMASRIVR', ['Tomás Rivera', 'Tomás'], DENVER, '#2f6f9f', 'Tech Lead'),
  person('U0PRIYARAMN', ['Priya Raman', 'Priya'], DENVER, '#8a5a00', 'Backend Engineer'),
  person('U0JONASWEBR', ['Jonas Weber', 'Jonas'], DENVER, '#3b7a57', 'Frontend Engineer'),
  person('U0GRACELIUQ', ['Grace Liu', 'Grace'], DENVER, '#6a4c93', 'QA Engineer'),
  person('U0SAMWHITKR', ['Sam Whitaker', 'Sam'], DENVER, '#a23b2a', 'Scrum Master'),
]
const LIGHTHOUSE = [
  person('U0INESCARVL', ['Inês Carvalho', 'Inês'], LISBON, '#0f766e', 'Engineering Manager'),
  person('U0RUITAVARS', ['Rui Tavares', 'Rui'], LISBON, '#7c3f00', 'SRE Lead'),
  person('U0ANOUKVRIS', ['Anouk de Vries', 'Anouk'], AMSTERDAM, '#9d2b6b', 'DevOps Engineer'),
  person('U0FELIXBRND', ['Felix Brandt', 'Felix'], LISBON, '#35558a', 'Security Engineer'),
  person('U0LEILAHDAD', ['Leila Haddad', 'Leila'], LISBON, '#5c6b00', 'Data Analyst'),
]
const TIDEPOOL = [
  person('U0ARJUNMEHT', ['Arjun Mehta', 'Arjun'], KOLKATA, '#1d6f42', 'Mobile Lead'),
  person('U0KAVYANAIR', ['Kavya Nair', 'Kavya'], KOLKATA, '#b0413e', 'Android Engineer'),
  person('U0DEVPATELQ', ['Dev Patel', 'Dev'], KOLKATA, '#2a628f', 'iOS Engineer'),
  person('U0SARAIYERQ', ['Sara Iyer', 'Sara'], KOLKATA, '#7a4e9a', 'UX Designer'),
]

/** The local workspace as it is at first. */
export const SANDBOX_SEED: WorkspaceSeed = {
  team: { id: 'T0TIDEWATER', name: 'Tidewater', domain: 'tidewater' },
  app: APP,
  members: [...HARBOR, ...LIGHTHOUSE, ...TIDEPOOL],
  channels: [
    channel('C0GENERALCH', 'general', 'Everybody', [...HARBOR, ...LIGHTHOUSE, ...TIDEPOOL]),
    channel('C0HARBORPAY', 'harbor-payments', 'The Harbor Payments squad', HARBOR),
    channel('C0HARBORSTK', 'harbor-stakeholders', 'What stakeholders hear of Harbor Payments', HARBOR),
    channel('C0LIGHTHPLT', 'lighthouse-platform', 'The Lighthouse Platform squad', LIGHTHOUSE),
    channel('C0LIGHTHUPD', 'lighthouse-updates', 'What stakeholders hear of Lighthouse Platform', LIGHTHOUSE),
    channel('C0TIDEPOOLM', 'tidepool-mobile', 'The Tidepool Mobile squad', TIDEPOOL),
    channel('C0TIDEPOOLS', 'tidepool-stakeholders', 'What stakeholders hear of Tidepool Mobile', TIDEPOOL),
  ],
}

function person(
  id: string,
  [realName, displayName]: [string, string],
  tz: string,
  color: string,
  title: string,
): Member {
  const name = realName
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')
  return { id, name, realName, displayName, tz, color, title }
}

function channel(id: string, name: string, topic: string, people: Member[]) {
  return { id, name, topic, members: [APP.botUserId, ...people.map((member) => member.id)] }
}
