package io.github.thriveaudience.generator;

import io.github.thriveaudience.generator.Shape.EnumShape;
import io.github.thriveaudience.generator.Shape.ObjectShape;
import io.github.thriveaudience.generator.Shape.UnionShape;
import io.github.thriveaudience.generator.text.JavaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prepares classes for the templates. */
final class Templates {
  private final Map<String, Shape> shapes;
  private final ClassNames names;
  private final String packageName;
  private final Fields fields;
  private final UnionData unions;

  Templates(Map<String, Shape> shapes, String packageName, ClassNames names) {
    this.shapes = shapes;
    this.packageName = packageName;
    this.names = names;
    this.fields = new Fields(this::whole);
    this.unions = new UnionData(shapes, fields);
  }

  /** The whole name of the class of a schema. */
  String whole(String schema) {
    return packageName + "." + names.of(schema);
  }

  /** The name of the class of a schema in its package. */
  String simple(String schema) {
    return names.of(schema);
  }

  /** What the templates are told about a class. */
  Map<String, Object> of(String schema) {
    Shape shape = shapes.get(schema);
    if (shape instanceof EnumShape one) {
      return Map.of("enumeration", enumeration(one));
    }
    if (shape instanceof UnionShape union) {
      return Map.of("union", union(union));
    }
    if (shape instanceof ObjectShape object) {
      return Map.of(
          "record", record(object, names.of(schema), whole(schema), unions.above(schema)));
    }
    return Map.of();
  }

  private Map<String, Object> common(Shape shape, String name, String whole) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("self", whole);
    data.put("doc", JavaText.javadoc(shape.description(), shape.name()));
    data.put("deprecated", shape.isDeprecated());
    return data;
  }

  private Map<String, Object> record(
      ObjectShape shape, String name, String whole, Set<String> unionsAbove) {
    Map<String, Object> data = common(shape, name, whole);
    data.putAll(fields.of(shape));
    data.put("builder", inside(whole, "Builder"));
    data.put("reader", inside(whole, "FieldReader"));
    data.put("unions", list(unionsAbove.stream().map(this::whole).toList()));
    return data;
  }

  /** The name of a class inside of another one, which cannot have the name of that (JLS, 8.1). */
  private String inside(String whole, String name) {
    List<String> outer = List.of(whole.substring(packageName.length() + 1).split("\\."));
    return outer.contains(name) ? name + "_" : name;
  }

  private Map<String, Object> union(UnionShape shape) {
    String whole = whole(shape.name());
    String other = inside(whole, "Other");
    Map<String, Object> data = common(shape, names.of(shape.name()), whole);
    ObjectShape base = unions.base(shape);
    data.put("discriminator", JavaText.literal(shape.discriminator()));
    data.put("other", record(base, other, whole + "." + other, Set.of(shape.name())));
    data.put("accessors", unions.accessors(shape));
    data.put("variants", list(variants(shape)));
    data.put("values", values(shape));
    data.put("unions", list(unions.above(shape.name()).stream().map(this::whole).toList()));
    return data;
  }

  private List<String> variants(UnionShape shape) {
    return new LinkedHashSet<>(shape.variants().values()).stream().map(this::whole).toList();
  }

  private List<Map<String, Object>> values(UnionShape shape) {
    List<Map<String, Object>> values = new ArrayList<>();
    shape
        .variants()
        .forEach(
            (value, schema) ->
                values.add(Map.of("value", JavaText.literal(value), "type", whole(schema))));
    return values;
  }

  private Map<String, Object> enumeration(EnumShape shape) {
    Map<String, Object> data = common(shape, names.of(shape.name()), whole(shape.name()));
    String type = JavaTypes.of(shape.scalar(), this::whole).render(false);
    ConstantNames constants = new ConstantNames();
    List<Map<String, Object>> values = new ArrayList<>();
    for (Object value : shape.values()) {
      Map<String, Object> constant = new HashMap<>();
      constant.put("constant", constants.of(value));
      constant.put("value", EnumLiterals.of(value, type));
      constant.put("text", JavaText.javadoc(value.toString(), "The empty text."));
      values.add(constant);
    }
    data.put("type", type);
    data.put("constants", values);
    return data;
  }

  /** A list with commas between, for the templates. */
  static List<Map<String, Object>> list(List<String> items) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      list.add(Map.of("item", items.get(index), "comma", index + 1 < items.size() ? "," : ""));
    }
    return list;
  }
}
