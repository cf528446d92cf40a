@echo off
rem One way in on Windows: builds what is missing, then runs it on JDK 25.
setlocal enabledelayedexpansion
set ROOT=%~dp0
set COMMAND=%1
if "%COMMAND%"=="demo"   set MODULE=installer/walkthrough& set FOLDER=installer\walkthrough& set MAIN=org.shangbao.walkthrough.DemoMain& set ARTIFACT=walkthrough
if "%COMMAND%"=="client" set MODULE=client& set FOLDER=client& set MAIN=org.shangbao.client.launcher.ClientMain& set ARTIFACT=client
if "%COMMAND%"=="server" set MODULE=sync-server& set FOLDER=sync-server& set MAIN=org.shangbao.server.launcher.ServerMain& set ARTIFACT=sync-server
if "%MAIN%"=="" (
  echo usage: shangbao demo^|client^|server [options]
  exit /b 3
)
if "%JAVA_HOME%"=="" (
  echo No JDK 25 found; point JAVA_HOME to one. 1>&2
  exit /b 1
)
findstr /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul || (
  echo JAVA_HOME is not a JDK 25. 1>&2
  exit /b 1
)
set JAR=%ROOT%%FOLDER%\target\shangbao-%ARTIFACT%-0.1.0-SNAPSHOT.jar
if not exist "%JAR%" (
  pushd "%ROOT%"
  call mvn -q --batch-mode -DskipTests -pl %MODULE% -am package || exit /b 1
  popd
)
shift
set ARGS=
:next
if "%~1"=="" goto run
set ARGS=!ARGS! %1
shift
goto next
:run
set OPTIONS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+UseSerialGC
if "%COMMAND%"=="client" set OPTIONS="@%ROOT%client\java-options"
"%JAVA_HOME%\bin\java" -Dshangbao.home="%ROOT:~0,-1%" %OPTIONS% -cp "%JAR%;%ROOT%%FOLDER%\target\lib\*" %MAIN% %ARGS%
exit /b %ERRORLEVEL%
