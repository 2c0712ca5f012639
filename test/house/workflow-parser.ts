// GitHub's own parser of workflows. It imports its schema as JSON without the attribute that Node asks for.
import { registerHooks } from 'node:module'

registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.min.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})

const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
)

/**
 * What GitHub would refuse in a workflow: keys and events that there are not, expressions over what is not at hand, jobs
 * that need one that is missing, times that are none. Each with file, line and column; none where all is well.
 * What an action takes, and what a step runs, is not looked at.
 */
export async function workflowFaults(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}
