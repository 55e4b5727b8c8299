package tickwing.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program's jar is made of, as the build writes it down (CycloneDX). */
record Bom(String program, List<Component> components) {
    record Component(String group, String name, String version) {
        String coordinates() {
            return group + ":" + name;
        }
    }

    static Bom read(Path file) throws IOException {
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        List<Component> components = new ArrayList<>();
        for (JsonNode component : bom.path("components")) {
            components.add(new Component(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText()));
        }
        String program = bom.path("metadata").path("component").path("name").asText();
        return new Bom(program, components);
    }
}
