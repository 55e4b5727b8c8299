# The programs of the suite, from the jars that ./mvnw package makes: docker run tickwing PROGRAM [options]
ARG JAVA=eclipse-temurin:17-jre
FROM ${JAVA}
COPY producer-stock/target/producer-stock.jar producer-flight/target/producer-flight.jar \
     consumer-bollinger/target/consumer-bollinger.jar consumer-aroon/target/consumer-aroon.jar \
     consumer-flights/target/consumer-flights.jar consumer-indicator/target/consumer-indicator.jar /opt/tickwing/
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -Xmx128m -Djava.awt.headless=true"
USER 1000
ENTRYPOINT ["sh", "-c", "program=$1; shift; exec java -jar \"/opt/tickwing/$program.jar\" \"$@\"", "tickwing"]
CMD ["consumer-flights", "--help"]
