// files.*: uploading in three steps, as `client.files.uploadV2` does it.
import { SlackError } from '../api-error.ts'
import { newId } from '../ids.ts'
import { objects, text } from '../json.ts'
import type { JsonObject, StoredFile } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { messageContent } from './chat.ts'
import { addMessage, botMessage } from './message-store.ts'
import { joinedChannel, type Method } from './method.ts'

const MIME: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  md: 'text/markdown',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
}

/** The methods under `files.`. */
export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal'(args, { workspace, origin }) {
    const name = text(args.filename)
    const size = Number(args.length)
    if (!name || !(size > 0)) throw new SlackError('invalid_arguments', ['[ERROR] needs filename and length'])
    const file = newFile(workspace, workspace.data.app.botUserId, name, size)
    const altText = text(args.alt_text) || text(args.alt_txt)
    if (altText) file.altText = altText
    workspace.data.files.push(file)
    return { upload_url: `${origin}/upload/${file.id}`, file_id: file.id }
  },
  'files.completeUploadExternal'(args, context) {
    const { workspace, origin } = context
    const files = objects(args.files).map((item) => {
      const file = workspace.data.files.find((known) => known.id === item.id)
      if (!file || !workspace.fileBytes(file.id)) throw new SlackError('file_not_found')
      if (item.title) file.title = text(item.title)
      return fileJson(file, origin)
    })
    if (files.length === 0) throw new SlackError('invalid_arguments', ['[ERROR] needs files'])
    const ids = [text(args.channel_id), ...text(args.channels).split(',')].filter(Boolean)
    for (const id of ids) {
      const channel = joinedChannel(context, id)
      if (channel.isArchived) throw new SlackError('is_archived')
      const comment = text(args.initial_comment)
      const content =
        args.blocks || comment ? messageContent({ blocks: args.blocks, text: comment }) : { text: '' }
      addMessage(context, { ...botMessage(workspace), ...content, files, channel: channel.id }, args)
    }
    return { files }
  },
  'files.info'(args, { workspace, origin }) {
    const file = workspace.data.files.find((known) => known.id === text(args.file))
    if (!file) throw new SlackError('file_not_found')
    return { file: fileJson(file, origin) }
  },
}

/** A file's facts before its bytes are there. */
export function newFile(workspace: Workspace, user: string, name: string, size: number): StoredFile {
  const created = Math.floor(workspace.clock.now().getTime() / 1000)
  const mimetype = MIME[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  return { id: newId('F'), user, name, title: name, mimetype, size, created }
}

/** A file as Slack gives it. */
export function fileJson(file: StoredFile, origin: string): JsonObject {
  const address = `${origin}/files-pri/${file.id}/${encodeURIComponent(file.name)}`
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? '',
    user: file.user,
    size: file.size,
    mode: 'hosted',
    url_private: address,
    url_private_download: address,
    permalink: address,
    ...(file.altText ? { alt_txt: file.altText } : {}),
  }
}
