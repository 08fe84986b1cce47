export type {
  Connector,
  ConnectorConfigs,
  ConnectorKind,
  ConnectorRun,
  NewConnector,
  RunCounts,
  RunOutcome,
} from './connector.js';
export type { ConnectorDependencies } from './connector-dependencies.js';
export { ConnectorError } from './connector-error.js';
export type { ConnectorErrorCode } from './connector-error.js';
export { addConnector } from './registry/add-connector.js';
export { pauseConnector, removeConnector, resumeConnector } from './registry/change-connector.js';
export { connectorKinds } from './registry/check-connector.js';
export { editConnector } from './registry/edit-connector.js';
export { connectorHistory } from './registry/connector-history.js';
export { connectorStates, silentConnectors } from './registry/connector-states.js';
export type { ConnectorAlarm, ConnectorState } from './registry/connector-states.js';
export { loadConnector, loadConnectors } from './registry/load-connector.js';
export { askForRun } from './run/ask-for-run.js';
export { runConnector } from './run/run-connector.js';
export type { RunReport } from './run/run-connector.js';
export { keepConnectorsUp, startConnecting } from './run/start-connecting.js';
export type { Connecting, ConnectingEvents } from './run/start-connecting.js';
