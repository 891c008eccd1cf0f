import { z } from 'zod';

/** The parts of JSON Schema that the contract's schemas use. */
interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | boolean;
  additionalProperties?: JsonSchema | boolean;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
}

const byFormat: Record<string, string> = {
  uuid: '0190b0a0-0000-7000-8000-000000000000',
  date: '2026-11-20',
  'date-time': '2027-03-01T09:00:00Z',
  email: 'quelqu-un@test.example',
};

/** What to write: only what is required, or every field; and which branch where a schema has several. */
interface Style {
  readonly every: boolean;
  readonly branch: number;
}

function sample(schema: JsonSchema, style: Style): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined && !style.every) return schema.default;
  const choice = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null');
  if (choice) return sample(choice[style.branch % choice.length] ?? {}, style);
  if (schema.allOf) return sample(Object.assign({}, ...schema.allOf), style);
  const type = [schema.type].flat().find((name) => name !== 'null');
  switch (type) {
    case 'object':
      return sampleObject(schema, style);
    case 'array': {
      const length = Math.max(schema.minItems ?? 0, style.every ? 1 : 0);
      return Array.from({ length }, () => sample(schema.items as JsonSchema, style));
    }
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'a'.repeat(Math.max(schema.minLength ?? 0, 1));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function sampleObject(schema: JsonSchema, style: Style): unknown {
  const { properties = {}, required = [], additionalProperties: values } = schema;
  if (style.every && typeof values === 'object') return { 'B1-C1': sample(values, style) };
  const names = style.every ? Object.keys(properties) : required;
  return Object.fromEntries(names.map((name) => [name, sample(properties[name] ?? {}, style)]));
}

const describeSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** A small value that the schema accepts, unless it has rules that JSON Schema cannot say. */
export const sampleOf = (schema: z.ZodType): unknown =>
  sample(describeSchema(schema), { every: false, branch: 0 });

/** Values with every field written, one for each branch of the schema's unions. */
export const fullSamplesOf = (schema: z.ZodType): unknown[] => {
  const all = [0, 1].map((branch) => sample(describeSchema(schema), { every: true, branch }));
  return JSON.stringify(all[0]) === JSON.stringify(all[1]) ? all.slice(0, 1) : all;
};

/** Where a value stands inside a sample. */
export type Path = readonly (string | number)[];

/** Every place of a value that holds no other; of a list's items, the first one's alone. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  const entries = Array.isArray(value)
    ? value.slice(0, 1).map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);

/** A copy of a sample with another value at one place. */
export function withValueAt(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const inner = withValueAt(Reflect.get(Object(value), key), rest, other);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item));
  return { ...Object(value), [key]: inner };
}
