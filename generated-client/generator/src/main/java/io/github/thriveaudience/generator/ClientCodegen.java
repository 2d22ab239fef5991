package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelsMap;

/** Prepares the contract for the templates: what they cannot decide is decided here. */
public final class ClientCodegen extends JavaClientCodegen {
  private @Nullable Models models;

  /** For openapi-generator, which makes it. */
  public ClientCodegen() {}

  @Override
  public String getName() {
    return "thrive-audience";
  }

  /** The generator's own changes of schemas would come first. */
  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  /** As above; what is asked later is whether objects inside of others have a name, as they do. */
  @Override
  public boolean getUseInlineModelResolver() {
    return models != null && super.getUseInlineModelResolver();
  }

  @Override
  public void processOpts() {
    super.processOpts();
    additionalProperties.put("jsonPackage", RuntimeTypes.PACKAGE);
  }

  @Override
  public void preprocessOpenAPI(OpenAPI spec) {
    models = SpecValidation.checked(getInputSpec(), () -> Models.of(spec, modelPackage));
    super.preprocessOpenAPI(spec);
  }

  @Override
  public String toModelName(String name) {
    return models == null ? super.toModelName(name) : models.className(name);
  }

  /** In the interfaces, too, a class has its whole name. */
  @Override
  @SuppressWarnings("rawtypes")
  public String getTypeDeclaration(Schema schema) {
    return models == null ? super.getTypeDeclaration(schema) : models.typeInInterfaces(schema);
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(all);
    if (models != null) {
      processed.forEach(models::prepare);
    }
    return processed;
  }
}
