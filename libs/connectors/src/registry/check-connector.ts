import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import schema from '../../../../schemas/connector.json' with { type: 'json' };
import type { ConnectorKind, NewConnector } from '../connector.js';
import { ConnectorError } from '../connector-error.js';

const ajv = new Ajv({ allErrors: true, verbose: true, schemas: [schema] });

/** The kinds of connector there are. */
export const connectorKinds = Object.keys(schema.$defs.config) as ConnectorKind[];

/**
 * Refuses a connector that could not work.
 *
 * @throws ConnectorError `CONFIG_INVALID` naming each field that is wrong, never its value.
 */
export function checkConnector(connector: NewConnector): void {
  const { config, ...rest } = connector;
  const faults = [...faultsOf(validatorOf('connector'), rest), ...faultsOf(configValidator(connector), config)];
  if (faults.length === 0) return;
  throw new ConnectorError(
    'CONFIG_INVALID',
    `El conector no está completo: ${faults.join('; ')}.`,
    'Corregir y volver.',
  );
}

function configValidator({ kind }: NewConnector): ValidateFunction {
  if (connectorKinds.includes(kind)) return validatorOf(`config/${kind}`);
  throw new ConnectorError(
    'CONFIG_INVALID',
    `No hay conectores de clase «${String(kind)}».`,
    `Las clases que hay: ${connectorKinds.join(', ')}.`,
  );
}

function validatorOf(place: string): ValidateFunction {
  return ajv.getSchema(`${schema.$id}#/$defs/${place}`)!;
}

function faultsOf(check: ValidateFunction, value: unknown): string[] {
  if (check(JSON.parse(JSON.stringify(value)))) return [];
  return [...new Set((check.errors ?? []).map((error) => faultOf(error)))];
}

function faultOf({ instancePath, keyword, params, parentSchema }: ErrorObject): string {
  const name = instancePath.slice(1) || 'conector';
  if (keyword === 'required') return `falta ${String(params['missingProperty'])}`;
  if (keyword === 'additionalProperties') return `sobra ${String(params['additionalProperty'])}`;
  const said: unknown = parentSchema?.['description'];
  return `${name}: ${typeof said === 'string' ? said : 'no tiene la forma que debe'}`;
}
