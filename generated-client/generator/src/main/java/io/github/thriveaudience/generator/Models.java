package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.IdentityHashMap;
import java.util.Map;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.model.ModelsMap;

/** The classes of the schemas, from the spec to the templates. */
final class Models {
  private final Templates templates;

  /** The names of the plain schemas that stand for classes; the generator follows references. */
  private final IdentityHashMap<Schema<?>, String> names = new IdentityHashMap<>();

  private Models(Templates templates, OpenAPI plain) {
    this.templates = templates;
    plain.getComponents().getSchemas().forEach((name, schema) -> names.put(schema, name));
  }

  /** Replaces the schemas of a spec by plain ones, and keeps what the classes need. */
  static Models of(OpenAPI spec, String packageName) {
    Map<String, Shape> shapes = new PlainSpec(spec).rewrite();
    return new Models(new Templates(shapes, packageName, new ClassNames(shapes.keySet())), spec);
  }

  String className(String schema) {
    return templates.simple(schema);
  }

  /** The type of a plain schema in an interface, which imports nothing. */
  String typeInInterfaces(Schema<?> plain) {
    String name = names.get(plain);
    if (name != null) {
      return templates.whole(name);
    }
    return "binary".equals(plain.getFormat())
        ? "byte[]"
        : JavaTypes.of(plain, templates::whole).nullable(false).render(true);
  }

  /** The whole name of a class that the generator names without its package. */
  String wholeType(String type) {
    return templates.wholeType(type);
  }

  /** Hands the templates what they write. */
  void prepare(String schema, ModelsMap file) {
    CodegenModel model = file.getModels().get(0).getModel();
    model.isAlias = false;
    model.vendorExtensions.putAll(templates.of(schema));
  }
}
