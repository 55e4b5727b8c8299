# The release, with all its programs: ./mvnw package, docker build -t tickwing ., docker run tickwing PROGRAM [options]
ARG JAVA=eclipse-temurin:17-jre
FROM ${JAVA}
COPY release/target/tickwing-*/tickwing-* /opt/tickwing/
# Archives of classes, with which a program's second run starts sooner.
RUN chmod 755 /opt/tickwing/bin/tickwing && mkdir -m 777 /opt/tickwing/cache
# Fonts are cached there too: the user has no home.
ENV TICKWING_JAVA_OPTS="-Djava.awt.headless=true" XDG_CACHE_HOME=/opt/tickwing/cache
USER 1000
ENTRYPOINT ["/opt/tickwing/bin/tickwing"]
CMD ["--help"]
