// Vitest adds these to its own environment, and a build started by a test would take them for the reader's settings.
const added = ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST']

/** The environment a command would get from a shell, with the given variables set. */
export function shellEnvironment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !added.includes(name) && !name.startsWith('VITEST'),
  )
  return { ...Object.fromEntries(inherited), ASTRO_TELEMETRY_DISABLED: '1', ...variables }
}
