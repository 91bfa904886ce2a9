// The contract in Swagger UI, at this address, with tokens of the local issuer.

const status = document.getElementById('signed-in')
const scopes = document.getElementById('scopes')
const http = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

const dark = matchMedia('(prefers-color-scheme: dark)')
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', dress)
dress()

/** The contract names addresses that hold wherever it is read; here it is about the service that shows it. */
const here = contract => {
  for (const flow of flowsOf(contract)) flow.tokenUrl = location.origin + new URL(flow.tokenUrl, location.origin).pathname
  return { ...contract, servers: [{ url: location.origin }] }
}

const schemesOf = contract => Object.entries(contract.components?.securitySchemes ?? {})
const flowOf = scheme => scheme.flows?.clientCredentials
const flowsOf = contract => schemesOf(contract).map(([, scheme]) => flowOf(scheme)).filter(Boolean)

let contract = {}

const ui = window.SwaggerUIBundle({
  url: 'api/contract',
  dom_id: '#swagger',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  displayOperationId: true,
  filter: false,
  supportedSubmitMethods: http,
  plugins: [{
    statePlugins: {
      spec: {
        wrapActions: {
          updateJsonSpec: original => json => {
            contract = here(json)
            return original(contract)
          }
        }
      }
    }
  }],
  onComplete: () => showScopes()
})

const showScopes = () => {
  scopes.replaceChildren(...flowsOf(contract).flatMap(flow => Object.entries(flow.scopes)).map(([scope, meaning]) => {
    const label = document.createElement('label')
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: scope, checked: true })
    label.title = meaning
    label.append(box, ' ' + scope)
    return label
  }))
}

const chosen = () => [...scopes.querySelectorAll('input:checked')].map(box => box.value)

const token = async (flow, scope) => {
  const answer = await fetch(flow.tokenUrl, {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa('local:local') },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope })
  })
  const json = await answer.json()
  if (!answer.ok) throw new Error(json.error_description ?? json.error ?? answer.status)
  return json
}

document.getElementById('access').addEventListener('submit', async event => {
  event.preventDefault()
  try {
    const scope = chosen().join(' ')
    for (const [name, scheme] of schemesOf(contract).filter(([, scheme]) => flowOf(scheme))) {
      const granted = await token(flowOf(scheme), scope)
      const schema = { ...scheme, flow: 'application', tokenUrl: flowOf(scheme).tokenUrl, scopes: flowOf(scheme).scopes }
      ui.authActions.authorizeOauth2({ auth: { name, schema }, token: granted })
      status.textContent = `Signed in for ${Math.round(granted.expires_in / 60)} minutes: ${scope || 'no scopes'}`
    }
  } catch (failure) {
    status.textContent = 'No token: ' + failure.message
  }
})
