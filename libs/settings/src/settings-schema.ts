import schema from '../../../schemas/settings.json' with { type: 'json' };

/** What the schema says of one setting. */
export interface SettingRule {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number | boolean;
  readonly description: string;
  /** `value`: nothing of it is ever shown; `password`: the password inside the address is not. */
  readonly secret?: 'value' | 'password';
}

export { schema as settingsSchema };

export const settingRules: Readonly<Record<string, SettingRule>> = schema.properties as Record<string, SettingRule>;

/** In the order of the schema. */
export const settingNames: readonly string[] = Object.keys(settingRules);
